using EduAnalytics.Domain.Sources;
using EduAnalytics.Gateway.Queries;
using EduAnalytics.Gateway.Queries.Sources;
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
    public static IDataLoaderResult<IEnumerable<SourceReference>> SourceList(this IResolveFieldContext context, SourceRequest request)
    {
        var first = context.GetArgument<int>("first");
        if (first is < 0 or > FoundSources.MostKept)
        {
            throw new QueryRefusedException(
                QueryErrorCodes.BadArgument, $"0 to {FoundSources.MostKept} sources can be named; {first} were asked for.", "first");
        }

        return context.Batch<SourceBatch>().Load(request, first).Select(found => found.Newest.Take(first));
    }

    public static IDataLoaderResult<int> SourceNumber(this IResolveFieldContext context, SourceRequest request, Func<ValueSources, int> number) =>
        context.Batch<SourceBatch>().Load(request, 0).Select(number);
}
