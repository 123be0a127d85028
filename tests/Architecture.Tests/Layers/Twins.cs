using EduAnalytics.Contracts.Past;
using EduAnalytics.Contracts.Schools;
using EduAnalytics.Domain.Submissions;

namespace EduAnalytics.Architecture.Tests.Layers.Twins;

// Each type here breaks one rule, and a test holds the rule against it: a rule that cannot see its twin sees nothing.

internal static class FileReader
{
    public static string Read(string path) => File.ReadAllText(path);
}

internal static class StrayResolver
{
    public static string Message(GraphQL.ExecutionError error) => error.Message;
}

internal static class StrayPlot
{
    public static ScottPlot.Color Line() => ScottPlot.Colors.Navy;
}

internal static class Meddler
{
    // Awaited, because the call then stands in a compiler-made type that a careless rule overlooks.
    public static async Task<SubmissionOutcome> Overrule(IGrainFactory grains, FiguresSubmission submission) =>
        await grains.GetGrain<ISchoolGrain>("230404-yifu-primary").ReportFigures(submission);
}

internal static class Nostalgist
{
    public static async Task<long> Remember(IPastUnitGrain past) => (await past.WholeRow()).Version;
}

public class OpenGrain : Grain, IGrainWithStringKey;

internal sealed class KnowingGrain : Grain, IGrainWithStringKey
{
    public OpenGrain? Friend { get; init; }
}

public interface IBlockingSource
{
    Task<long> Version();
}

internal static class ReportManager;

internal static class InformationDesk;

internal static class PupilList<T>
{
    public static int Count(IReadOnlyList<T> students) => students.Count;
}
