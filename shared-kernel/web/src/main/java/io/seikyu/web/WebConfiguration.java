package io.seikyu.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.seikyu.web.access.AccessArguments;
import io.seikyu.web.access.AccessCheck;
import io.seikyu.web.access.AccessFilter;
import io.seikyu.web.access.AccessInterceptor;
import io.seikyu.web.access.AddressFilter;
import io.seikyu.web.access.KeyRing;
import io.seikyu.web.body.BodyReader;
import io.seikyu.web.body.ContentTypeInterceptor;
import io.seikyu.web.body.Formats;
import io.seikyu.web.body.RecordBodyConverter;
import io.seikyu.web.body.TimeParameters;
import io.seikyu.web.paging.Cursors;
import io.seikyu.web.paging.KnownParameters;
import io.seikyu.web.paging.PagingArgument;
import io.seikyu.web.problem.AnswerFormat;
import io.seikyu.web.problem.ErrorPages;
import io.seikyu.web.problem.ProblemAdvice;
import io.seikyu.web.problem.ProblemValve;
import io.seikyu.web.reading.ReadInterceptor;
import io.seikyu.web.reading.ReadJournal;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.format.FormatterRegistry;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.validation.Validator;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * What both HTTP sides share, for any Spring Boot application that has this module. It wants two beans from it: the
 * {@link KeyRing} and the {@link Cursors}.
 */
@AutoConfiguration(before = {WebMvcAutoConfiguration.class, ErrorMvcAutoConfiguration.class})
@Import(ProblemAdvice.class)
public class WebConfiguration {
    @Bean
    BodyReader bodyReader() {
        return new BodyReader();
    }

    @Bean
    RecordBodyConverter recordBodyConverter(BodyReader reader) {
        return new RecordBodyConverter(reader);
    }

    @Bean
    JsonMapperBuilderCustomizer answerFormat() {
        return mapper -> mapper.addModule(new AnswerFormat())
                .changeDefaultPropertyInclusion(present -> present.withValueInclusion(JsonInclude.Include.NON_NULL));
    }

    @Bean
    FilterRegistrationBean<AddressFilter> addressFilter() {
        FilterRegistrationBean<AddressFilter> filter = new FilterRegistrationBean<>(new AddressFilter());
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return filter;
    }

    @Bean
    FilterRegistrationBean<AccessFilter> accessFilter(ObjectProvider<KeyRing> keys) {
        FilterRegistrationBean<AccessFilter> filter = new FilterRegistrationBean<>(new AccessFilter(keys::getObject));
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 100);
        return filter;
    }

    @Bean
    ErrorPages errorPages() {
        return new ErrorPages();
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> serverProblems() {
        return ProblemValve::install;
    }

    @Bean
    AccessCheck accessCheck(@Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping routes) {
        return new AccessCheck(routes);
    }

    @Bean
    WebMvcConfigurer seikyuWeb(ObjectProvider<Cursors> cursors, ObjectProvider<ReadJournal> reads) {
        return new WebMvcConfigurer() {
            @Override
            public void configureMessageConverters(HttpMessageConverters.ServerBuilder builder) {
                builder.withXmlConverter(Formats.xmlAsBytes());
                builder.configureMessageConvertersList(Formats::restrict);
            }

            @Override
            public void addFormatters(FormatterRegistry registry) {
                TimeParameters.register(registry);
            }

            /** Without one Spring would make its own at every start, and nobody would ask it. */
            @Override
            public Validator getValidator() {
                return new NoBeanValidation();
            }

            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(new AccessInterceptor());
                reads.ifAvailable(journal -> registry.addInterceptor(new ReadInterceptor(journal)));
                registry.addInterceptor(new ContentTypeInterceptor());
                registry.addInterceptor(new KnownParameters());
            }

            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new AccessArguments());
                resolvers.add(new PagingArgument(cursors.getObject()));
            }
        };
    }
}
