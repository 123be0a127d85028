namespace EduAnalytics.Cli.Tests.Telemetry.Otlp;

/// <summary>A span as a process sent it.</summary>
/// <param name="Service">The kind of process, such as <c>edu-silo</c>.</param>
/// <param name="Parent">The span above it, in whichever process; empty for none.</param>
/// <param name="Tags">Its attributes; those that are no text have an empty value.</param>
internal sealed record CollectedSpan(
    string Service, string Source, string Name, string TraceId, string SpanId, string Parent, IReadOnlyDictionary<string, string> Tags)
{
    /// <summary>Those of a body that was sent to <c>/v1/traces</c>.</summary>
    public static IEnumerable<CollectedSpan> ReadAll(ProtobufMessage request) =>
        from process in request.Messages(1)
        let service = process.Messages(1).Single().Attributes(1)["service.name"]
        from source in process.Messages(2)
        let sourceName = source.Messages(1).Single().Text(1)
        from span in source.Messages(2)
        select new CollectedSpan(service, sourceName, span.Text(5), span.Hex(1), span.Hex(2), span.Hex(4), span.Attributes(9));
}
