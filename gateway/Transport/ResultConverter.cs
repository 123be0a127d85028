using System.Text.Json;
using System.Text.Json.Serialization;
using EduAnalytics.Gateway.Transport.SourceFields;
using GraphQL;
using GraphQL.Execution;

namespace EduAnalytics.Gateway.Transport;

/// <summary>
/// Writes a result from the engine's nodes. The engine's own converter does not know of values that stand in their object,
/// and asks the serialiser for each scalar anew how it is written.
/// </summary>
internal sealed class ResultConverter : JsonConverter<ExecutionResult>
{
    public override bool CanConvert(Type typeToConvert) => typeof(ExecutionResult).IsAssignableFrom(typeToConvert);

    public override ExecutionResult Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException("Results are written and not read.");

    public override void Write(Utf8JsonWriter writer, ExecutionResult value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        if (value.Errors is { Count: > 0 } errors)
        {
            writer.WritePropertyName("errors");
            JsonSerializer.Serialize(writer, errors, options);
        }

        if (value.Executed)
        {
            writer.WritePropertyName("data");
            if (value.Data is ExecutionNode node)
                WriteNode(writer, node, options);
            else
                JsonSerializer.Serialize(writer, value.Data, options);
        }

        if (value.Extensions is { Count: > 0 } extensions)
        {
            writer.WritePropertyName("extensions");
            JsonSerializer.Serialize(writer, extensions, options);
        }

        writer.WriteEndObject();
    }

    private static void WriteNode(Utf8JsonWriter writer, ExecutionNode node, JsonSerializerOptions options)
    {
        switch (node)
        {
            case ObjectExecutionNode { SubFields: null } or ArrayExecutionNode { Items: null, SerializedResult: null }:
                writer.WriteNullValue();
                break;
            case ObjectNode { Selection: { } selection } read:
                WriteObject(writer, read, selection, options);
                break;
            case ObjectExecutionNode { SubFields: { } fields }:
                writer.WriteStartObject();
                foreach (var field in fields)
                {
                    writer.WritePropertyName(field.Name!);
                    WriteNode(writer, field, options);
                }

                writer.WriteEndObject();
                break;
            case ArrayExecutionNode { Items: { } items }:
                writer.WriteStartArray();
                foreach (var item in items)
                    WriteNode(writer, item, options);
                writer.WriteEndArray();
                break;
            default:
                WriteValue(writer, node.ToValue(), options);
                break;
        }
    }

    private static void WriteObject(Utf8JsonWriter writer, ObjectNode node, Selection selection, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        var next = 0;
        for (var i = 0; i < selection.Fields.Length; i++)
        {
            var field = selection.Fields[i];
            writer.WritePropertyName(field.Key);
            if (field.Scalar is null)
                WriteNode(writer, node.SubFields![next++], options);
            else
                WriteValue(writer, node.Values[i], options);
        }

        writer.WriteEndObject();
    }

    private static void WriteValue(Utf8JsonWriter writer, object? value, JsonSerializerOptions options)
    {
        switch (value)
        {
            case null:
                writer.WriteNullValue();
                break;
            case string text:
                writer.WriteStringValue(text);
                break;
            case decimal number:
                writer.WriteNumberValue(number);
                break;
            case int number:
                writer.WriteNumberValue(number);
                break;
            case long number:
                writer.WriteNumberValue(number);
                break;
            case bool truth:
                writer.WriteBooleanValue(truth);
                break;
            default:
                JsonSerializer.Serialize(writer, value, options);
                break;
        }
    }
}
