-- The requests of a file in turn, each thread from a place of its own. A line is a path; or, with a
-- tabulator, a path and a body that is sent as a form. The file is named by the variable
-- REQUESTS, and what is accepted by ACCEPT.
local paths, bodies, next, threads = {}, {}, 0, 0

function setup(thread)
  thread:set("first", threads * 7919)
  threads = threads + 1
end

function init(_)
  for line in io.lines(os.getenv("REQUESTS")) do
    local path, body = line:match("^([^\t]*)\t?(.*)$")
    paths[#paths + 1] = path
    bodies[#paths] = body ~= "" and body or false
  end
  next = first
end

local accept = os.getenv("ACCEPT")
local form = { ["Content-Type"] = "application/x-www-form-urlencoded", ["Accept"] = accept }
local read = { ["Accept"] = accept, ["Accept-Encoding"] = "gzip" }

function request()
  next = next + 1
  local at = (next - 1) % #paths + 1
  if bodies[at] then
    return wrk.format("POST", paths[at], form, bodies[at])
  end
  return wrk.format("GET", paths[at], read)
end

function done(summary, latency, _)
  local errors = summary.errors
  io.write(string.format("@@ %d %d %.3f %.3f %d %d\n", summary.requests, summary.duration,
    latency:percentile(50) / 1000, latency:percentile(99) / 1000,
    errors.connect + errors.read + errors.write + errors.timeout, errors.status))
end
