using EduAnalytics.Cli.Import;
using EduAnalytics.Cli.Simulate;
using EduAnalytics.Dashboard.GraphQL;
using EduAnalytics.Gateway.Transport.Persisted;

namespace EduAnalytics.Cli;

/// <summary>
/// The operations that this program's own parts send: the dashboard's documents and the commands'. A gateway that serves
/// only known ones serves these.
/// </summary>
internal static class OwnOperations
{
    public static IEnumerable<KnownOperation> All =>
    [
        .. Documents.Operations.Select(path => new KnownOperation($"dashboard {path}", Documents.Find(path))),
        new("edu import, known units", KnownUnits.Query),
        new("edu simulate, schools", SchoolsFound.Query),
        new("edu simulate, reports given", MonthlyReports.Given),
        new("edu simulate, report", MonthlyReports.Report),
        new("edu simulate, enrolment", SimulatedSubmission.RecordEnrolment),
        new("edu simulate, fitness", SimulatedSubmission.RecordFitness),
    ];
}
