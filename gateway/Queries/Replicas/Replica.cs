using System.Collections.Immutable;
using EduAnalytics.Contracts.Replicas;
using EduAnalytics.Domain.Indicators;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Periods;
using EduAnalytics.Domain.Release;

namespace EduAnalytics.Gateway.Queries.Replicas;

/// <summary>
/// One district's or city's answers to one audience, as this process holds them. Each reader is given what the grain would have
/// answered at a moment after the reader came: before anything held is given again, the grain is asked whether it still rests on
/// the same, once for all who wait. What is withheld is part of the answers, and never decided here.
/// </summary>
internal sealed class Replica
{
    /// <summary>As many as the grain itself holds; beyond that all is let go, since nobody can tell what will be asked again.</summary>
    internal const int Most = 8_192;

    private static readonly TimeSpan patience = TimeSpan.FromSeconds(1);

    private readonly IReplicaSource source;
    private readonly Audience audience;
    private readonly Func<OrgUnitId, Task<AnswerVersion>> newest;
    private readonly TimeProvider time;
    private readonly SharedRounds<Reading, HeldAnswers> rounds;
    private volatile HeldAnswers held = HeldAnswers.None;

    /// <param name="source">The grain that answers.</param>
    /// <param name="newest">The present version of a unit, asked for after the call.</param>
    public Replica(IReplicaSource source, Audience audience, Func<OrgUnitId, Task<AnswerVersion>> newest, TimeProvider time)
    {
        (this.source, this.audience, this.newest, this.time) = (source, audience, newest, time);
        rounds = new SharedRounds<Reading, HeldAnswers>(Answer, time);
    }

    /// <inheritdoc cref="Contracts.IValueReads.Evaluate"/>
    public async Task<ImmutableArray<IndicatorValue>> Evaluate(IEnumerable<ValueQuery> queries)
    {
        // An instant that is not past yet stands for now.
        ImmutableArray<ValueQuery> asked = [.. queries.Select(query => query.AsOf is null ? query : query with { AsOf = null })];
        var answers = await Ask(new ReplicaQuestion(asked, []));
        return [.. asked.Select(answers.ValueOf)];
    }

    /// <inheritdoc cref="Contracts.IValueReads.PeriodsWithData"/>
    public async Task<ImmutableArray<ImmutableArray<Period>>> PeriodsWithData(
        ImmutableArray<OrgUnitId> units, ImmutableArray<string> indicators, SchoolStage? stage)
    {
        var asked = units.Select(unit => indicators.Select(indicator => new PeriodsQuery(unit, indicator, stage)).ToImmutableArray()).ToList();
        var answers = await Ask(new ReplicaQuestion([], [.. asked.SelectMany(queries => queries)]));
        return [.. asked.Select(queries => queries.SelectMany(query => answers.PeriodsOf(query)).Distinct().ToImmutableArray())];
    }

    private async Task<HeldAnswers> Ask(ReplicaQuestion question)
    {
        var seen = held;
        try
        {
            return await rounds.Join(new Reading(question, seen, seen.LackingOf(question)));
        }
        catch (ArgumentException)
        {
            // One of those who asked together named what the grain does not answer for; each is told by itself whether it did.
            return new HeldAnswers(question, await source.Answer(question, audience));
        }
    }

    private async Task<HeldAnswers> Answer(IReadOnlyList<Reading> readings)
    {
        var before = held;
        var lacking = Join(readings.Select(reading => reading.LackingIn(before)));
        if (lacking.Count == 0)
        {
            if (await IsNewest(before))
                return before;
        }
        else
        {
            // It tells the present versions with the answers, so that nothing else has to be asked for them.
            var answers = await source.Answer(lacking, audience);
            if (before.RestOnTheSameAs(answers))
            {
                before.Add(lacking, answers);
                return Hold(before);
            }

            if (before == HeldAnswers.None)
                return Hold(new HeldAnswers(lacking, answers));
        }

        // All of it at one moment: whatever changes next, everyone in this round has an answer.
        held = HeldAnswers.None;
        var whole = Join(readings.Select(reading => reading.Question));
        return Hold(new HeldAnswers(whole, await source.Answer(whole, audience)));
    }

    /// <summary>False also where nobody says so in time: the grain knows what to do without a city that is silent, and is asked.</summary>
    private async Task<bool> IsNewest(HeldAnswers answers)
    {
        try
        {
            var now = await Task.WhenAll(answers.RestOn.Select(version => newest(version.Unit))).WaitAsync(patience, time);
            return answers.RestOn.SequenceEqual(now);
        }
        catch (Exception e) when (e is OrleansException or TimeoutException)
        {
            return false;
        }
    }

    private HeldAnswers Hold(HeldAnswers answers)
    {
        held = answers.RestOn.IsEmpty || answers.Count > Most ? HeldAnswers.None : answers;
        return answers;
    }

    private static ReplicaQuestion Join(IEnumerable<ReplicaQuestion> questions)
    {
        var all = questions.Where(question => question.Count > 0).ToList();
        return all is [var only]
            ? only
            : new ReplicaQuestion([.. all.SelectMany(question => question.Values).Distinct()], [.. all.SelectMany(question => question.Periods).Distinct()]);
    }

    /// <summary>One reader's question, and what of it the answers that it saw when it came did not hold.</summary>
    private readonly record struct Reading(ReplicaQuestion Question, HeldAnswers Seen, ReplicaQuestion Lacking)
    {
        public ReplicaQuestion LackingIn(HeldAnswers answers) => answers == Seen ? Lacking : answers.LackingOf(Question);
    }
}
