package io.moneyprinter.testing.s3;

import java.net.URI;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.nio2blob.TransientNio2BlobStore;

/**
 * S3Proxy with one bucket in memory, on a free port. It checks signatures as S3 does, those of links too, and knows
 * parts, ranges, conditions and encryption by the server.
 *
 * <p>A module whose tests use it brings {@code org.gaul:s3proxy} along.
 */
public final class S3Server implements AutoCloseable {

    public static final String BUCKET = "films";
    public static final String ACCESS_KEY = "someone";
    public static final String SECRET_KEY = "a secret of someone";

    private final BlobStore objects = new TransientNio2BlobStore();
    private final S3Proxy proxy;

    private S3Server() throws Exception {
        objects.createContainer(BUCKET);
        proxy = S3Proxy.builder()
                .blobStore(objects)
                .endpoint(URI.create("http://127.0.0.1:0"))
                .awsAuthentication(AuthenticationType.AWS_V4, ACCESS_KEY, SECRET_KEY)
                .build();
        proxy.start();
    }

    public static S3Server start() {
        try {
            return new S3Server();
        } catch (Exception e) {
            throw new IllegalStateException("S3Proxy does not start", e);
        }
    }

    public int port() {
        return proxy.getPort();
    }

    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + port());
    }

    /** What it keeps, to look at or to spoil behind everybody's back. */
    public BlobStore objects() {
        return objects;
    }

    /** The settings of a program that keeps its objects here, as {@code name=value}. */
    public String[] properties() {
        return new String[] {
            "moneyprinter.store.kind=s3",
            "moneyprinter.store.s3.endpoint=" + endpoint(),
            "moneyprinter.store.s3.bucket=" + BUCKET,
            "moneyprinter.store.s3.access-key=" + ACCESS_KEY,
            "moneyprinter.store.s3.secret-key=" + SECRET_KEY
        };
    }

    @Override
    public void close() {
        try {
            proxy.stop();
            objects.close();
        } catch (Exception e) {
            throw new IllegalStateException("S3Proxy does not stop", e);
        }
    }
}
