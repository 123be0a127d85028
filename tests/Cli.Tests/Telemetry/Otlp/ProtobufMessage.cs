using Google.Protobuf;

namespace EduAnalytics.Cli.Tests.Telemetry.Otlp;

/// <summary>A protobuf message read by its fields' numbers, which OTLP never changes.</summary>
internal sealed class ProtobufMessage
{
    private readonly ILookup<int, ByteString> fields;

    public ProtobufMessage(ByteString content) => fields = Read(content.CreateCodedInput()).ToLookup(field => field.Number, field => field.Value);

    public IEnumerable<ProtobufMessage> Messages(int number) => fields[number].Select(content => new ProtobufMessage(content));

    /// <summary>Empty where the field is not there, as protobuf has it.</summary>
    public string Text(int number) => fields[number].LastOrDefault(ByteString.Empty).ToStringUtf8();

    /// <summary>An identifier as W3C writes it.</summary>
    public string Hex(int number) => Convert.ToHexStringLower(fields[number].LastOrDefault(ByteString.Empty).Span);

    /// <summary>OTLP's list of keys and values; a value that is no text is there as an empty one.</summary>
    public IReadOnlyDictionary<string, string> Attributes(int number) => Messages(number)
        .GroupBy(pair => pair.Text(1))
        .ToDictionary(pair => pair.Key, pair => pair.Last().Messages(2).Select(value => value.Text(1)).LastOrDefault(""));

    /// <summary>Fields with a length only; numbers are passed over.</summary>
    private static IEnumerable<(int Number, ByteString Value)> Read(CodedInputStream input)
    {
        while (input.ReadTag() is var tag and not 0)
            if (WireFormat.GetTagWireType(tag) == WireFormat.WireType.LengthDelimited)
                yield return (WireFormat.GetTagFieldNumber(tag), input.ReadBytes());
            else
                input.SkipLastField();
    }
}
