using System.Globalization;
using System.Text;
using EduAnalytics.Cli.Torture.Readers;

namespace EduAnalytics.Cli.Torture.Clusters;

/// <summary>Tells each fault and what was seen from it until the cluster was whole again, a line each.</summary>
internal sealed class FaultTable(TextWriter output)
{
    private static readonly CompositeFormat columns = CompositeFormat.Parse("{0,-4} {1,-34} {2,9} {3,9} {4,10} {5,12} {6,7} {7,11} {8,7}");

    public void Head() => Write("", "what happened", "whole", "longest", "dashboard", "comparisons", "kept", "sent again", "behind");

    /// <param name="what">What happened.</param>
    /// <param name="whole">From the fault's beginning until every process was ready again.</param>
    /// <param name="seen">What all readers had meanwhile.</param>
    /// <param name="dashboard">The longest that one had no comparison who asks through the dashboard.</param>
    /// <param name="kept">Submissions kept meanwhile.</param>
    /// <param name="again">How often one was sent again meanwhile.</param>
    public void Add(int number, string what, TimeSpan whole, ReadingSeen seen, TimeSpan dashboard, int kept, int again) => Write(
        number == 0 ? "" : number.ToString(CultureInfo.InvariantCulture), what, Seconds(whole), Seconds(seen.LongestGap), Seconds(dashboard),
        $"{seen.Answers} ({seen.Failures})", kept, again, seen.Behind);

    public void Explain() => output.WriteLine(
        """
             whole: until every process was ready again. longest: the longest that a reader had no comparison; dashboard: one who
             asks through the dashboard. comparisons: answered (and not, or not in time). behind: answers older than what another
             reader had been told before.
        """);

    private void Write(params object[] cells) => output.WriteLine($"     {string.Format(CultureInfo.InvariantCulture, columns, cells)}");

    private static string Seconds(TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0.0} s");
}
