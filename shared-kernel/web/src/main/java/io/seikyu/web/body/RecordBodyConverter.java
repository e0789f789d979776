package io.seikyu.web.body;

import io.seikyu.web.problem.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.AbstractHttpMessageConverter;
import org.springframework.http.converter.HttpMessageNotWritableException;
import tools.jackson.databind.JsonNode;

/** Gives controllers their {@code @RequestBody} records, or {@link JsonNode}, through {@link BodyReader}. */
public final class RecordBodyConverter extends AbstractHttpMessageConverter<Object> {
    /** Bytes a JSON body may have; what is longer is refused before it is in memory. */
    public static final int LARGEST_BODY = 1 << 20;

    private final BodyReader reader;

    public RecordBodyConverter(BodyReader reader) {
        super(MediaType.APPLICATION_JSON, new MediaType("application", "*+json"));
        this.reader = reader;
    }

    @Override
    protected boolean supports(Class<?> type) {
        return type.isRecord() || type == JsonNode.class;
    }

    @Override
    public boolean canWrite(Class<?> type, MediaType mediaType) {
        return false;
    }

    @Override
    protected Object readInternal(Class<?> type, HttpInputMessage message) throws IOException {
        if (!isUtf8(message.getHeaders().getContentType())) {
            throw new ProblemException(415, "unsupported-media-type", "JSON is accepted in UTF-8 only.");
        }
        if (message.getHeaders().getContentLength() > LARGEST_BODY) {
            throw tooLarge();
        }
        byte[] body = bytes(message.getBody());
        return type == JsonNode.class ? JsonText.parse(body) : reader.read(body, type.asSubclass(Record.class));
    }

    private static byte[] bytes(InputStream in) throws IOException {
        byte[] body = in.readNBytes(LARGEST_BODY + 1);
        if (body.length > LARGEST_BODY) {
            throw tooLarge();
        }
        return body;
    }

    @Override
    protected void writeInternal(Object value, HttpOutputMessage message) {
        throw new HttpMessageNotWritableException("this converter only reads");
    }

    private static boolean isUtf8(MediaType mediaType) {
        Charset charset = mediaType == null ? null : mediaType.getCharset();
        return charset == null || charset.equals(StandardCharsets.UTF_8);
    }

    private static ProblemException tooLarge() {
        return new ProblemException(413, "body-too-large", "A JSON body may have at most " + LARGEST_BODY + " bytes.");
    }
}
