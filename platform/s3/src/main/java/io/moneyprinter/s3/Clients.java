package io.moneyprinter.s3;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.retry.RetryMode;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/** The SDK, set up as the properties say. */
final class Clients {

    /** Of one try, in silences that are allowed: a part of a file takes several on a slow line. */
    private static final int SILENCES = 10;

    private Clients() {}

    static S3Client client(S3Properties properties) {
        var timeout = properties.timeout();
        return S3Client.builder()
                .region(Region.of(properties.region()))
                .endpointOverride(properties.endpoint())
                .credentialsProvider(credentials(properties))
                .forcePathStyle(properties.usesPathStyle())
                .httpClientBuilder(UrlConnectionHttpClient.builder()
                        .connectionTimeout(timeout)
                        .socketTimeout(timeout))
                .overrideConfiguration(ClientOverrideConfiguration.builder()
                        .retryStrategy(RetryMode.STANDARD)
                        .apiCallAttemptTimeout(timeout.multipliedBy(SILENCES))
                        .build())
                .build();
    }

    static S3Presigner presigner(S3Properties properties) {
        return S3Presigner.builder()
                .region(Region.of(properties.region()))
                .endpointOverride(endpointOfOthers(properties))
                .credentialsProvider(credentials(properties))
                .serviceConfiguration(S3Configuration.builder()
                        .pathStyleAccessEnabled(properties.usesPathStyle())
                        .build())
                .build();
    }

    private static @Nullable URI endpointOfOthers(S3Properties properties) {
        return properties.publicEndpoint() == null ? properties.endpoint() : properties.publicEndpoint();
    }

    private static AwsCredentialsProvider credentials(S3Properties properties) {
        return properties.accessKey().isPresent()
                ? StaticCredentialsProvider.create(AwsBasicCredentials.create(
                        properties.accessKey().value(), properties.secretKey().value()))
                : DefaultCredentialsProvider.builder().build();
    }
}
