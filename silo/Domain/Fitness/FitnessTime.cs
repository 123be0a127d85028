using System.Globalization;
using System.Text.RegularExpressions;

namespace EduAnalytics.Domain.Fitness;

/// <summary>Reads a time as files and people write it, into seconds.</summary>
public static partial class FitnessTime
{
    private const string WholeExpected = "seconds such as 225, or minutes and seconds such as 3′45″, 3'45\" or 3:45";
    private const string FineExpected = "seconds such as 9.6";
    private const int SecondsAMinute = 60;

    /// <param name="decimals">To which the item is recorded, <see cref="FitnessItem.Decimals"/>.</param>
    /// <param name="expected">Where it cannot be read: what would have been right.</param>
    /// <returns>
    /// False also for 3.45 where whole seconds are recorded: some write three minutes forty-five so, others three seconds and
    /// a half, and a guess would be wrong in silence.
    /// </returns>
    public static bool TryParse(string text, int decimals, out decimal seconds, out string expected)
    {
        expected = decimals == 0 ? WholeExpected : FineExpected;
        var trimmed = text.Trim();
        var match = MinutesAndSeconds().Match(trimmed);
        seconds = match.Success
            ? (SecondsAMinute * Number(match.Groups["minute"])) + Number(match.Groups["second"])
            : Number(Seconds().Match(trimmed).Groups["second"]);
        if (match.Success)
            return decimals == 0 && Number(match.Groups["second"]) < SecondsAMinute;
        return seconds > 0 && (decimals > 0 || !trimmed.Contains('.', StringComparison.Ordinal));
    }

    private static decimal Number(Group digits) =>
        digits.Success ? decimal.Parse(digits.ValueSpan, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture) : 0;

    /// <summary>A colon wants two digits after it: 3:5 could be five seconds or fifty.</summary>
    [GeneratedRegex("""^(?<minute>[0-9]{1,2})(?:(?:['′’‘]|分)(?<second>[0-9]{1,2})(?:["″”]|''|′′|秒)?|[:：](?<second>[0-9][0-9]))$""")]
    private static partial Regex MinutesAndSeconds();

    [GeneratedRegex("""^(?<second>[0-9]{1,4}(?:\.[0-9]{1,3})?)(?:s|秒|″|")?$""")]
    private static partial Regex Seconds();
}
