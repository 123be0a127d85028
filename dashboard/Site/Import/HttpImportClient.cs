using System.Runtime.CompilerServices;
using System.Text.Json;
using EduAnalytics.Dashboard.GraphQL;

namespace EduAnalytics.Dashboard.Import;

/// <summary>The client for a gateway in another process.</summary>
/// <param name="http">Its base address is the gateway's.</param>
/// <param name="reader">On whose behalf the gateway is asked; null for nobody's.</param>
public sealed class HttpImportClient(HttpClient http, ReaderHeader? reader = null) : IImportClient
{
    public async Task<ImportAnswer> CheckAsync(Stream file, ImportRequest request, CancellationToken cancellationToken)
    {
        await foreach (var answer in Post(file, request, send: false, cancellationToken))
            return answer;
        throw Unreachable(null);
    }

    public IAsyncEnumerable<ImportAnswer> SendAsync(Stream file, ImportRequest request, CancellationToken cancellationToken) =>
        Post(file, request, send: true, cancellationToken);

    private async IAsyncEnumerable<ImportAnswer> Post(
        Stream file, ImportRequest request, bool send, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        file.Position = 0;
        using var message = new HttpRequestMessage(HttpMethod.Post, "import") { Content = FormOf(file, request, send) };
        if (reader is not null && await reader.ReadAsync() is var (name, value))
            message.Headers.TryAddWithoutValidation(name, value);
        using var response = await Try(() => http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, cancellationToken));
        using var lines = new StreamReader(await Try(() => response.Content.ReadAsStreamAsync(cancellationToken)));
        while (await Try(() => lines.ReadLineAsync(cancellationToken).AsTask()) is { } line)
            yield return ImportAnswer.Read(await Try(() => Task.FromResult(JsonSerializer.Deserialize<JsonElement>(line))));
    }

    private static MultipartFormDataContent FormOf(Stream file, ImportRequest request, bool send)
    {
        var form = new MultipartFormDataContent
        {
            { new StringContent(send ? "true" : "false"), "send" },
            { new StringContent(request.SkipBadRows ? "true" : "false"), "skipBadRows" },
            { new StringContent(request.Mapping ?? ""), "mapping" },
            { new StringContent(request.OrgUnit ?? ""), "orgUnit" },
            { new StringContent(request.Document ?? ""), "document" },
        };
        form.Add(new StreamContent(new LeftOpen(file)), "file", request.FileName);
        return form;
    }

    private async Task<T> Try<T>(Func<Task<T>> step)
    {
        try
        {
            return await step();
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException or JsonException)
        {
            throw Unreachable(fault);
        }
    }

    private GraphQLUnreachableException Unreachable(Exception? fault) => new($"The gateway at {http.BaseAddress} did not answer.", fault!);

    /// <summary>A form disposes of what it sent, and the same file is sent twice: to be checked and to be kept.</summary>
    private sealed class LeftOpen(Stream inner) : Stream
    {
        public override bool CanRead => true;

        public override bool CanSeek => true;

        public override bool CanWrite => false;

        public override long Length => inner.Length;

        public override long Position
        {
            get => inner.Position;
            set => inner.Position = value;
        }

        public override void Flush() => inner.Flush();

        public override int Read(byte[] buffer, int offset, int count) => inner.Read(buffer, offset, count);

        public override long Seek(long offset, SeekOrigin origin) => inner.Seek(offset, origin);

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
