using System.Globalization;
using System.Text.Json;

namespace EduAnalytics.Cli.Torture.Readers;

/// <summary>One unit's number on roll with the version it was counted at. Students are only added, so neither can fall.</summary>
internal readonly record struct Total(long Version, decimal OnRoll)
{
    public bool IsOlderThan(Total other) => Version < other.Version || OnRoll < other.OnRoll;

    /// <param name="value">A value as the API gives it.</param>
    public static Total Read(JsonElement value) => new(value.GetProperty("version").GetInt64(), value.GetProperty("value") switch
    {
        { ValueKind: JsonValueKind.Number } number => number.GetDecimal(),
        { ValueKind: JsonValueKind.String } text => decimal.Parse(text.GetString()!, CultureInfo.InvariantCulture),
        _ => 0,
    });

    public override string ToString() => $"version {Version} with {OnRoll}";
}
