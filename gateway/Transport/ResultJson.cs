using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using GraphQL;
using GraphQL.Execution;
using GraphQL.SystemTextJson;

namespace EduAnalytics.Gateway.Transport;

/// <summary>Writes results as JSON.</summary>
/// <remarks>
/// Chinese names stay readable and short on the wire; the default encoder would write each character as six. That
/// encoder guards JSON inside HTML, and none of ours is: answers are sent as JSON with <c>nosniff</c>.
/// </remarks>
internal sealed class ResultJson(IErrorInfoProvider errors)
    : GraphQLSerializer(
        json =>
        {
            json.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
            json.Converters.Add(new ResultConverter());
        },
        errors)
{
    public static JsonWriterOptions WriterOptions { get; } = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
    };

    public void Write(Utf8JsonWriter writer, ExecutionResult result) =>
        JsonSerializer.Serialize(writer, result, SerializerOptions);

    public ReadOnlyMemory<byte> BytesOf(ExecutionResult result)
    {
        var text = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(text, WriterOptions))
            Write(writer, result);
        return text.WrittenMemory;
    }

    public void Write(Utf8JsonWriter writer, ExecutionErrors errors) =>
        JsonSerializer.Serialize(writer, errors, SerializerOptions);
}
