package io.seikyu.command.webhook;

import java.io.IOException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Clock;
import java.util.Optional;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.io.HttpClientConnectionManager;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.util.Timeout;

/** Posts one message. It follows no redirect, since that would lead to an address nobody looked at. */
final class WebhookSender implements AutoCloseable {
    /** Together below the ten seconds for which a process holds a subscription without saying so again. */
    private static final Timeout TO_CONNECT = Timeout.ofSeconds(3);

    private static final Timeout TO_ANSWER = Timeout.ofSeconds(5);

    private final CloseableHttpClient http;
    private final Clock machineClock;

    WebhookSender(boolean privateToo, Clock machineClock) {
        this.machineClock = machineClock;
        DnsResolver addresses = privateToo ? SystemDefaultDnsResolver.INSTANCE : new PublicAddresses();
        HttpClientConnectionManager connections = PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(addresses)
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(TO_CONNECT)
                        .setSocketTimeout(TO_ANSWER)
                        .build())
                .build();
        this.http = HttpClients.custom()
                .setConnectionManager(connections)
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setResponseTimeout(TO_ANSWER)
                        .setConnectionRequestTimeout(TO_CONNECT)
                        .build())
                .setUserAgent("Seikyu")
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching()
                .build();
    }

    /** @return why the receiver did not take it; empty when it did, which an answer of 2xx says */
    Optional<String> post(String url, String secret, String messageId, byte[] body) {
        long seconds = machineClock.instant().getEpochSecond();
        HttpPost request = new HttpPost(URI.create(url));
        request.setHeader("webhook-id", messageId);
        request.setHeader("webhook-timestamp", String.valueOf(seconds));
        request.setHeader("webhook-signature", WebhookSignature.of(secret, messageId, seconds, body));
        request.setEntity(new ByteArrayEntity(body, ContentType.APPLICATION_JSON));
        // what the answer says besides its status is not read: it may be endless
        try (ClassicHttpResponse answer = http.executeOpen(HttpHost.create(request.getUri()), request, null)) {
            int status = answer.getCode();
            return status >= 200 && status < 300 ? Optional.empty() : Optional.of("answered " + status);
        } catch (PublicAddresses.NotPublicException e) {
            return Optional.of("not an address of the public internet");
        } catch (UnknownHostException e) {
            return Optional.of("the host is unknown");
        } catch (IOException | java.net.URISyntaxException | RuntimeException e) {
            return Optional.of("no answer (" + e.getClass().getSimpleName() + ")");
        }
    }

    @Override
    public void close() throws IOException {
        http.close();
    }
}
