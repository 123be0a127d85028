using EduAnalytics.Gateway.Queries.Sources;

namespace EduAnalytics.Gateway.Release.Sources;

/// <summary>The submissions behind values, each list as far as its reader may be told.</summary>
public sealed class SourceRelease(SourceQueries sources)
{
    /// <summary>In the order of what is asked, which belongs to values and parts that were released to the reader.</summary>
    /// <param name="first">How many submissions to name for each.</param>
    public async Task<IReadOnlyList<Released<ValueSources>>> Find(IReadOnlyList<SourcesAsked> asked, int first)
    {
        var found = new ValueSources[asked.Count];
        Array.Fill(found, ValueSources.None);
        await Task.WhenAll(
            Fill(found, asked, reach => reach == SourceReach.All, async requests => await sources.Find(requests, first)),
            Fill(found, asked, reach => reach is SourceReach.Documents or SourceReach.QuotedDocuments, async requests => await sources.FindDocuments(requests, first)));
        return [.. found.Select((one, at) => new Released<ValueSources>(asked[at].Reach == SourceReach.Documents ? WithoutWords(one) : one))];
    }

    private static async Task Fill(
        ValueSources[] found, IReadOnlyList<SourcesAsked> asked, Func<SourceReach, bool> belongs, Func<IReadOnlyList<SourceRequest>, Task<IReadOnlyList<ValueSources>>> find)
    {
        var places = Enumerable.Range(0, asked.Count).Where(at => belongs(asked[at].Reach)).ToList();
        if (places.Count == 0)
            return;
        var answers = await find([.. places.Select(at => asked[at].Request)]);
        for (var i = 0; i < places.Count; i++)
            found[places[i]] = answers[i];
    }

    private static ValueSources WithoutWords(ValueSources found) => found with { Newest = [.. found.Newest.Select(source => source with { Quote = null })] };
}
