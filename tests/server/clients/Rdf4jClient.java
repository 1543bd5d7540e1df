import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URLEncoder;
import java.util.Collection;
import org.eclipse.rdf4j.common.lang.FileFormat;
import org.eclipse.rdf4j.query.BindingSet;
import org.eclipse.rdf4j.query.TupleQueryResult;
import org.eclipse.rdf4j.query.resultio.QueryResultIO;
import org.eclipse.rdf4j.query.resultio.TupleQueryResultParserRegistry;
import org.eclipse.rdf4j.rio.RDFFormat;
import org.eclipse.rdf4j.rio.RDFParserRegistry;
import org.eclipse.rdf4j.rio.Rio;

/**
 * RDF4J's negotiation and parsers: load URL... prints the documents at URLs as N-Triples, an empty line after each;
 * select URL QUERY the values of ?s. (Debian has no repositories of RDF4J, which do the same.)
 */
public class Rdf4jClient {
  public static void main(String[] arguments) throws Exception {
    if (arguments[0].equals("load")) {
      for (int i = 1; i < arguments.length; i++) {
        load(arguments[i]);
        System.out.println();
      }
    } else {
      select(arguments[1] + "?query=" + URLEncoder.encode(arguments[2], "UTF-8"));
    }
  }

  private static void load(String url) throws Exception {
    Collection<RDFFormat> formats = RDFParserRegistry.getInstance().getKeys();
    HttpURLConnection connection = open(url, String.join(", ", RDFFormat.getAcceptParams(formats, true, null)));
    try (InputStream body = connection.getInputStream()) {
      RDFFormat format = Rio.getParserFormatForMIMEType(connection.getContentType()).get();
      Rio.write(Rio.parse(body, url, format), System.out, RDFFormat.NTRIPLES);
    }
  }

  private static void select(String url) throws Exception {
    StringBuilder accept = new StringBuilder();
    for (FileFormat format : TupleQueryResultParserRegistry.getInstance().getKeys()) {
      accept.append(accept.length() == 0 ? "" : ", ").append(format.getDefaultMIMEType());
    }
    HttpURLConnection connection = open(url, accept.toString());
    try (InputStream body = connection.getInputStream();
        TupleQueryResult rows =
            QueryResultIO.parseTuple(
                body, QueryResultIO.getParserFormatForMIMEType(connection.getContentType()).get())) {
      for (BindingSet row : rows) {
        System.out.println(row.getValue("s").stringValue());
      }
    }
  }

  private static HttpURLConnection open(String url, String accept) throws Exception {
    HttpURLConnection connection = (HttpURLConnection) URI.create(url).toURL().openConnection();
    connection.setRequestProperty("Accept", accept);
    return connection;
  }
}
