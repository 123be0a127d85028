using System.Globalization;
using System.Text;
using EduAnalytics.Cli.Torture.Readers;

namespace EduAnalytics.Cli.Torture.Clusters;

/// <summary>Tells each fault and what was seen from it until the cluster was whole again, a line each.</summary>
internal sealed class FaultTable(TextWriter output)
{
    private static readonly CompositeFormat columns = CompositeFormat.Parse("{0,-4} {1,-34} {2,9} {3,9} {4,11} {5,9} {6,11} {7,7}");

    public void Head() => Write("", "what happened", "whole", "longest", "comparisons", "kept", "sent again", "behind");

    /// <param name="what">What happened.</param>
    /// <param name="whole">From the fault's beginning until every process was ready again.</param>
    /// <param name="seen">What the readers had meanwhile.</param>
    /// <param name="kept">Submissions kept meanwhile.</param>
    /// <param name="again">How often one was sent again meanwhile.</param>
    public void Add(int number, string what, TimeSpan whole, ReadingSeen seen, int kept, int again) => Write(
        number == 0 ? "" : number.ToString(CultureInfo.InvariantCulture), what, Seconds(whole), Seconds(seen.LongestGap),
        $"{seen.Answers} ({seen.Failures})", kept, again, seen.Behind);

    public void Explain() => output.WriteLine(
        """
             whole: until every process was ready again. longest: the longest that a reader had no comparison. comparisons: answered
             (and not, or not in time). behind: answers older than what another reader had been told before.
        """);

    private void Write(params object[] cells) => output.WriteLine($"     {string.Format(CultureInfo.InvariantCulture, columns, cells)}");

    private static string Seconds(TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0.0} s");
}
