using System.Collections.Immutable;

namespace EduAnalytics.Import.Mappings;

/// <summary>One thing that is wrong in a mapping file.</summary>
public sealed record MappingError(string File, int Line, string Message)
{
    public override string ToString() => $"{File}:{Line}: {Message}";
}

/// <summary>A mapping, or all that is wrong with its file.</summary>
public abstract record MappingReading
{
    private MappingReading()
    {
    }

    public sealed record Complete(Mapping Mapping) : MappingReading;

    public sealed record Faulty(ImmutableArray<MappingError> Errors) : MappingReading;
}
