using System.Globalization;
using System.Numerics;
using System.Text.Json;
using GraphQL;

namespace EduAnalytics.Gateway.Transport.Operations;

/// <summary>
/// Turns JSON into the engine's input values. Done here because a figure must arrive with the digits that were
/// sent: a fraction becomes a <see cref="decimal"/>, never a <see cref="double"/> unless decimal cannot hold it.
/// </summary>
internal static class JsonValues
{
    public static Inputs ToInputs(JsonElement json) => new(Members(json));

    private static Dictionary<string, object?> Members(JsonElement json)
    {
        var members = new Dictionary<string, object?>();
        foreach (var member in json.EnumerateObject())
            members[member.Name] = Value(member.Value);
        return members;
    }

    private static object? Value(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Object => Members(json),
        JsonValueKind.Array => json.EnumerateArray().Select(Value).ToList(),
        JsonValueKind.String => json.GetString(),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.Number => Number(json),
        _ => null,
    };

    private static object Number(JsonElement json)
    {
        if (json.TryGetInt32(out var small))
            return small;
        if (json.TryGetInt64(out var large))
            return large;
        if (BigInteger.TryParse(json.GetRawText(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var huge))
            return huge;
        var approximate = json.GetDouble();
        // A number too small for decimal reads as zero there; the double still knows that it is not.
        return json.TryGetDecimal(out var exact) && (exact != 0 || approximate == 0) ? exact : approximate;
    }
}
