import org.neo4j.server.*;

/** The entry point of this line's jars expects the scripts of a distribution around it; this starts the server alone. */
class StartNeo4j {
  public static void main(String[] args) {
    System.exit(NeoBootstrapper.start(new BlockingBootstrapper(new CommunityBootstrapper()), args));
  }
}
