namespace EduAnalytics.Dashboard.Texts;

/// <summary>What a reader is told when something did not work, and what to do about it.</summary>
public sealed record TroubleTexts
{
    public required string UnreachableTitle { get; init; }

    public required string UnreachableBody { get; init; }

    public required string RefusedTitle { get; init; }

    public required string RefusedBody { get; init; }

    public required string SilentTitle { get; init; }

    /// <summary>Before the gateway's sentence, which names the unit.</summary>
    public required string SilentBody { get; init; }

    public required string ForbiddenTitle { get; init; }

    public required string FaultTitle { get; init; }

    public required string FaultBody { get; init; }

    /// <summary>{0} the number.</summary>
    public required string Reference { get; init; }

    public required string Retry { get; init; }

    public required string Reset { get; init; }
}
