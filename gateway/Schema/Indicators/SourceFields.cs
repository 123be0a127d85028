using EduAnalytics.Domain.Sources;
using EduAnalytics.Gateway.Queries;
using EduAnalytics.Gateway.Queries.Sources;
using EduAnalytics.Gateway.Release;
using EduAnalytics.Gateway.Release.Sources;
using EduAnalytics.Gateway.Schema.Batches;
using GraphQL;
using GraphQL.DataLoader;

namespace EduAnalytics.Gateway.Schema.Indicators;

/// <summary>The fields that show the submissions behind a value, and those behind a part of it.</summary>
internal static class SourceFields
{
    /// <summary>How many are named where the reader does not say.</summary>
    public const int UsualOfValue = 50;
    public const int UsualOfPart = 10;

    /// <exception cref="QueryRefusedException">More are asked for than are kept.</exception>
    public static IDataLoaderResult<IEnumerable<Released<SourceReference>>> SourceList(this IResolveFieldContext context, SourcesAsked asked)
    {
        var first = context.GetArgument<int>("first");
        if (first is < 0 or > FoundSources.MostKept)
        {
            throw new QueryRefusedException(
                QueryErrorCodes.BadArgument, $"0 to {FoundSources.MostKept} sources can be named; {first} were asked for.", "first");
        }

        return context.Batch<SourceBatch>().Load(asked, first).Select(found => found.Parts(shown => shown.Newest.Take(first)));
    }

    public static IDataLoaderResult<int> SourceNumber(this IResolveFieldContext context, SourcesAsked asked, Func<ValueSources, int> number) =>
        context.Batch<SourceBatch>().Load(asked, 0).Select(found => number(found.Shown));
}
