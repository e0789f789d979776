package io.seikyu.web.body;

import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.http.converter.ByteArrayHttpMessageConverter;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.converter.ResourceHttpMessageConverter;
import org.springframework.http.converter.StringHttpMessageConverter;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;

/**
 * The formats that are spoken: JSON, and bytes and texts as they are. Spring would add one for every library it finds,
 * and documentation brings one for YAML along: a body in it would come past {@link BodyReader}.
 */
public final class Formats {
    private static final List<Class<?>> SPOKEN = List.of(
            RecordBodyConverter.class,
            JacksonJsonHttpMessageConverter.class,
            ByteArrayHttpMessageConverter.class,
            StringHttpMessageConverter.class,
            ResourceHttpMessageConverter.class);

    private Formats() {}

    /**
     * XML is spoken as bytes. Where nobody says so, Spring makes a converter from whatever it finds, to have it taken
     * out again, and a start loads an XSLT processor for it.
     */
    public static HttpMessageConverter<?> xmlAsBytes() {
        ByteArrayHttpMessageConverter bytes = new ByteArrayHttpMessageConverter();
        bytes.setSupportedMediaTypes(List.of(MediaType.APPLICATION_XML, MediaType.TEXT_XML));
        return bytes;
    }

    /** Takes out what is not spoken. */
    public static void restrict(List<HttpMessageConverter<?>> converters) {
        converters.removeIf(converter -> SPOKEN.stream().noneMatch(type -> type.isInstance(converter)));
    }
}
