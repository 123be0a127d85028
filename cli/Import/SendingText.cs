using System.Globalization;
using EduAnalytics.Import.Lines;

namespace EduAnalytics.Cli.Import;

/// <summary>Says what became of a file.</summary>
internal static class SendingText
{
    public static void Write(SendingTally tally, TextWriter output)
    {
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{tally.Lines:N0} lines sent: {tally.Accepted:N0} accepted, {tally.Duplicate:N0} known already, {tally.Refused:N0} refused."));
        foreach (var refusal in tally.Refusals)
            output.WriteLine($"  {refusal}");
    }
}
