// What scrolls sideways and cannot take the focus.
() => [...document.querySelectorAll("main *")].filter((element) => {
      const scrolls = ["auto", "scroll"].includes(getComputedStyle(element).overflowX)
        && element.scrollWidth > element.clientWidth + 1 && element.checkVisibility();
      return scrolls && element.tabIndex < 0 && !element.querySelector("a[href], button, input");
    }).map((element) => `<${element.localName} class="${element.className}">`)
