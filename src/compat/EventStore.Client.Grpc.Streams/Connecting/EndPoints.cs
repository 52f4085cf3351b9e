using System.Net;

namespace EventStore.Client;

internal static class EndPoints
{
    public static DnsEndPoint Named(EndPoint endPoint) => endPoint switch
    {
        DnsEndPoint named => named,
        IPEndPoint number => new DnsEndPoint(number.Address.ToString(), number.Port),
        _ => throw new ArgumentException("Give a DnsEndPoint or an IPEndPoint.", nameof(endPoint)),
    };

    public static Uri Address(DnsEndPoint endPoint, bool tls) =>
        new UriBuilder(tls ? Uri.UriSchemeHttps : Uri.UriSchemeHttp, endPoint.Host, endPoint.Port).Uri;
}
