using System.Collections.Immutable;
using EduAnalytics.Contracts.Sources;
using EduAnalytics.Domain.Catalogues;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Sources;
using EduAnalytics.Grains.OrgUnits;
using EduAnalytics.Journal;
using EduAnalytics.Journal.Events;

namespace EduAnalytics.Grains.Sources;

/// <summary>
/// Answers from a replay of the school's journal up to the version asked about, and remembers the answers: what is behind a
/// value at a version never changes. Reads only, and keeps no state that could be lost.
/// </summary>
[CollectionAgeLimit(Minutes = 2)]
internal sealed class SchoolSourcesGrain(IJournal journal, Catalogue catalogue, ReplayGate gate) : Grain, ISchoolSourcesGrain, IDisposable
{
    /// <summary>A page's worth of values; more are forgotten, and cost a replay when they are asked for again.</summary>
    private const int MostRemembered = 128;

    private readonly SemaphoreSlim one = new(1);
    private readonly Dictionary<SourceQuestion, FoundSources> remembered = [];
    private OrgUnit unit = null!;

    public void Dispose() => one.Dispose();

    public override async Task OnActivateAsync(CancellationToken cancellationToken) =>
        unit = (await this.GetOrgUnitTree()).Require(this.GetPrimaryKeyString(), OrgUnitLevel.School);

    public async Task<ImmutableArray<FoundSources>> FindSources(ImmutableArray<SourceQuestion> questions, int first)
    {
        // Two readers who ask at once mostly ask the same: the second finds what the first has looked up.
        await one.WaitAsync();
        try
        {
            var found = questions.Distinct().Where(remembered.ContainsKey).ToDictionary(question => question, question => remembered[question]);
            foreach (var alike in questions.Distinct().Where(question => !found.ContainsKey(question)).GroupBy(question => question.Version).ToList())
            {
                ImmutableArray<SourceQuestion> asked = [.. alike];
                var answers = await gate.Pass(() => Replay(asked, alike.Key));
                for (var i = 0; i < asked.Length; i++)
                    found[asked[i]] = answers[i];
            }

            Remember(found);
            return [.. questions.Select(question => found[question].Cut(first))];
        }
        finally
        {
            one.Release();
        }
    }

    private async Task<ImmutableArray<FoundSources>> Replay(ImmutableArray<SourceQuestion> questions, long version)
    {
        var trace = new SourceTrace(unit, catalogue, questions);
        await foreach (var entry in journal.ReplayAsync(unit.Id.Code, 0, CancellationToken.None))
        {
            if (entry.Sequence > version)
                break;
            trace.Apply(JournalEventCodec.Decode(entry));
        }

        return trace.Answers();
    }

    private void Remember(Dictionary<SourceQuestion, FoundSources> found)
    {
        if (remembered.Count + found.Count > MostRemembered)
            remembered.Clear();
        foreach (var (question, answer) in found.Take(MostRemembered))
            remembered[question] = answer;
    }
}
