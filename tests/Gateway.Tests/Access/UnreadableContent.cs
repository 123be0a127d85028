using System.Net;
using System.Net.Http.Headers;

namespace EduAnalytics.Gateway.Tests.Access;

/// <summary>A body that tells whether the server let it be sent.</summary>
internal sealed class UnreadableContent : HttpContent
{
    public UnreadableContent(string mediaType) => Headers.ContentType = new MediaTypeHeaderValue(mediaType);

    public bool WasRead { get; private set; }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        WasRead = true;
        return Task.CompletedTask;
    }

    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        return false;
    }
}
