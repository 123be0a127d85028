using System.Collections.Immutable;

namespace EduAnalytics.Grains.Catalogues;

/// <summary>The system cannot start, because its catalogue contradicts itself; the message is for the operator.</summary>
public sealed class CatalogueFaultyException(string directory, ImmutableArray<CatalogueError> errors)
    : Exception($"The catalogue in {directory} cannot be used:{string.Concat(errors.Select(error => $"\n  {error}"))}")
{
    public ImmutableArray<CatalogueError> Errors => errors;
}
