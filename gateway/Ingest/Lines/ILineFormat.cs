using System.Collections.Immutable;
using EduAnalytics.Domain.Measures;
using EduAnalytics.Domain.Submissions;

namespace EduAnalytics.Gateway.Ingest.Lines;

/// <summary>How lines of one kind are read, and where they go.</summary>
/// <typeparam name="T">What the domain makes of a line.</typeparam>
internal interface ILineFormat<T>
{
    /// <summary>The field of a line that names its owner; answers name the owner by it too.</summary>
    string OwnerField { get; }

    /// <summary>Reads a line's fields. What is wrong is left in the line; the owner is given wherever it could be read.</summary>
    (LineOwner? Owner, T? Value) Read(ref JsonLine line, TextPool texts);

    Task<SubmissionOutcome> Submit(string submissionId, LineOwner owner, ImmutableArray<T> lines);
}

/// <summary>To whose submission a line belongs: lines of unlike owners never share one.</summary>
/// <param name="Source">The document that figures come from; null for student records.</param>
internal readonly record struct LineOwner(string Unit, Source? Source);
