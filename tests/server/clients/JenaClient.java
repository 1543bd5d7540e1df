import java.util.List;
import org.apache.jena.query.QueryExecution;
import org.apache.jena.query.ResultSet;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.exec.http.QueryExecutionHTTP;

/**
 * Apache Jena: load URL... prints the documents at URLs as N-Triples, an empty line after each; formats URL ACCEPT... the
 * one at URL, asked for with each header; select URL QUERY the values of ?s.
 */
public class JenaClient {
  public static void main(String[] arguments) {
    List<String> rest = List.of(arguments).subList(1, arguments.length);
    switch (arguments[0]) {
      case "load" -> rest.forEach(url -> print(RDFDataMgr.loadModel(url)));
      case "formats" -> rest.stream().skip(1).forEach(accept -> print(load(rest.get(0), accept)));
      default -> select(rest.get(0), rest.get(1));
    }
  }

  private static Model load(String url, String accept) {
    Model model = ModelFactory.createDefaultModel();
    RDFParser.source(url).httpHeader("Accept", accept).parse(model);
    return model;
  }

  private static void print(Model model) {
    RDFDataMgr.write(System.out, model, Lang.NTRIPLES);
    System.out.println();
  }

  private static void select(String url, String query) {
    try (QueryExecution execution = QueryExecutionHTTP.service(url).query(query).build()) {
      ResultSet rows = execution.execSelect();
      while (rows.hasNext()) {
        System.out.println(rows.next().get("s"));
      }
    }
  }
}
