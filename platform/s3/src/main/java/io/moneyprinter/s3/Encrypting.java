package io.moneyprinter.s3;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.model.CopyObjectRequest;
import software.amazon.awssdk.services.s3.model.CreateMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.ServerSideEncryption;

/**
 * What is asked of the server about encryption, with everything that it stores.
 *
 * @param how null to leave it to the bucket
 * @param key of the key service; null for the account's own
 */
record Encrypting(
        @Nullable ServerSideEncryption how, @Nullable String key) {

    static Encrypting of(S3Properties properties) {
        return switch (properties.encryption()) {
            case NONE -> new Encrypting(null, null);
            case AES256 -> new Encrypting(ServerSideEncryption.AES256, null);
            case KMS -> new Encrypting(ServerSideEncryption.AWS_KMS, properties.kmsKeyId());
        };
    }

    PutObjectRequest.Builder put(PutObjectRequest.Builder request) {
        return request.serverSideEncryption(how).ssekmsKeyId(key);
    }

    CreateMultipartUploadRequest.Builder begin(CreateMultipartUploadRequest.Builder request) {
        return request.serverSideEncryption(how).ssekmsKeyId(key);
    }

    CopyObjectRequest.Builder copy(CopyObjectRequest.Builder request) {
        return request.serverSideEncryption(how).ssekmsKeyId(key);
    }
}
