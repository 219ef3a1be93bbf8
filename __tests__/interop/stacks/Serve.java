import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.security.KeyStore;
import java.security.Security;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;

/** Serves TLS on loopback. Four arguments a server: port, PKCS#12 file, protocols, suites (default, all or names). */
class Serve {
  public static void main(String[] given) throws Exception {
    // Told apart from an old Java by this alone: what it has, it may use.
    Security.setProperty("jdk.tls.disabledAlgorithms", "");
    Security.setProperty("jdk.tls.legacyAlgorithms", "");
    Security.setProperty("jdk.certpath.disabledAlgorithms", "");
    for (int at = 0; at < given.length; at += 4) {
      SSLServerSocket server = listen(Integer.parseInt(given[at]), given[at + 1]);
      if (!given[at + 2].equals("default")) server.setEnabledProtocols(given[at + 2].split(","));
      if (given[at + 3].equals("all")) server.setEnabledCipherSuites(server.getSupportedCipherSuites());
      else if (!given[at + 3].equals("default")) server.setEnabledCipherSuites(given[at + 3].split(","));
      new Thread(() -> serve(server)).start();
    }
  }

  static SSLServerSocket listen(int port, String file) throws Exception {
    char[] password = "secret".toCharArray();
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = new FileInputStream(file)) {
      store.load(in, password);
    }
    KeyManagerFactory keys = KeyManagerFactory.getInstance("SunX509");
    keys.init(store, password);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), null, null);
    InetAddress loopback = InetAddress.getByName("127.0.0.1");
    return (SSLServerSocket) context.getServerSocketFactory().createServerSocket(port, 50, loopback);
  }

  static void serve(SSLServerSocket server) {
    while (true) {
      try {
        SSLSocket socket = (SSLSocket) server.accept();
        new Thread(() -> shakeHands(socket)).start();
      } catch (IOException gone) {
        return;
      }
    }
  }

  static void shakeHands(SSLSocket socket) {
    try (socket) {
      socket.setSoTimeout(20_000);
      socket.startHandshake();
      socket.getInputStream().read();
    } catch (IOException theClients) {
      // Clients that only look break off in the middle.
    }
  }
}
