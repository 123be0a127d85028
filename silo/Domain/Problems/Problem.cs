using System.Collections.Immutable;

namespace EduAnalytics.Domain.Problems;

/// <summary>Whether an authority still has a problem, by its own word.</summary>
public enum ProblemStatus
{
    Open,
    Closed,
}

/// <summary>Something that an authority itself names as wrong: 存在问题, one line of its ledger.</summary>
/// <param name="Number">The ledger's own number for it, <c>1</c> for 问题1; each once in a ledger.</param>
/// <param name="Text">The problem in the document's words.</param>
/// <param name="Indicators">Codes of the indicators it is about; empty where it is about none that is kept here.</param>
/// <param name="Correction">What is to be done about it, 整改措施, in the document's words; null where nothing is said.</param>
public sealed record Problem(
    string Number, string Text, ImmutableArray<string> Indicators, ProblemStatus Status = ProblemStatus.Open, string? Correction = null);
