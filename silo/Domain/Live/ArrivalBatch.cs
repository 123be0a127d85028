using System.Collections.Immutable;
using EduAnalytics.Domain.OrgUnits;

namespace EduAnalytics.Domain.Live;

/// <summary>
/// What a unit has accepted since it last told. Not state, as rows are: a unit that slept has forgotten what it accepted
/// before. The number keeps a batch that is sent twice from being counted twice.
/// </summary>
/// <param name="Sender">The activation that sends; numbers are its own.</param>
/// <param name="Number">Counts its batches, from 1.</param>
public sealed record ArrivalBatch(OrgUnitId Unit, Guid Sender, long Number, ImmutableArray<ArrivalCount> Counts);
