using System.Collections.Concurrent;
using System.Collections.Immutable;
using EduAnalytics.Contracts.Replicas;
using EduAnalytics.Domain.Indicators;
using EduAnalytics.Domain.Periods;

namespace EduAnalytics.Gateway.Queries.Replicas;

/// <summary>Answers that rest on the same versions. More may be added of that moment; those of another one are other answers.</summary>
internal sealed class HeldAnswers
{
    public static readonly HeldAnswers None = new([]);

    private readonly ConcurrentDictionary<ValueQuery, IndicatorValue> values = new();
    private readonly ConcurrentDictionary<PeriodsQuery, ImmutableArray<Period>> periods = new();

    private HeldAnswers(ImmutableArray<AnswerVersion> restOn) => RestOn = restOn;

    public HeldAnswers(ReplicaQuestion question, VersionedAnswers answers)
        : this(answers.RestOn) => Add(question, answers);

    /// <summary>Empty where the answers may not be given again.</summary>
    public ImmutableArray<AnswerVersion> RestOn { get; }

    public int Count => values.Count + periods.Count;

    public IndicatorValue ValueOf(ValueQuery query) => values[query];

    public ImmutableArray<Period> PeriodsOf(PeriodsQuery query) => periods[query];

    /// <summary>What of a question is not answered here.</summary>
    public ReplicaQuestion LackingOf(ReplicaQuestion question) => new(
        [.. question.Values.Where(query => !values.ContainsKey(query))],
        [.. question.Periods.Where(query => !periods.ContainsKey(query))]);

    public bool RestOnTheSameAs(VersionedAnswers answers) => !RestOn.IsEmpty && RestOn.SequenceEqual(answers.RestOn);

    /// <param name="answers">They rest on the same versions.</param>
    public void Add(ReplicaQuestion question, VersionedAnswers answers)
    {
        foreach (var (query, value) in question.Values.Zip(answers.Values))
            values[query] = value;
        foreach (var (query, held) in question.Periods.Zip(answers.Periods))
            periods[query] = held;
    }
}
