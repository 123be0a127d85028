using System.Collections.Immutable;

namespace EduAnalytics.Samples.Generation;

/// <summary>Something of which a school has much or little: teachers, rooms, equipment.</summary>
/// <param name="Code">The measure that states it.</param>
/// <param name="Primary">For each student of a school that stands in the middle; the quality standard's threshold where it sets one.</param>
/// <param name="OfPremises">Rooms and equipment stay when there are fewer students; teachers come and go with them.</param>
/// <param name="Turn">Resources of one turn are dealt out alike, so that no school has more teachers of a kind than teachers.</param>
/// <param name="Luck">How far chance moves a school from its place, as a share.</param>
internal sealed record Resource(string Code, double Primary, double Junior, bool OfPremises, int Turn, double Luck = 0.05)
{
    /// <summary>The seven of the quality standard.</summary>
    public static readonly ImmutableArray<Resource> OfQuality =
    [
        new("teachers.above_required_degree", 0.042, 0.053, OfPremises: false, Turn: 0),
        new("teachers.backbone", 0.01, 0.01, OfPremises: false, Turn: 1),
        new("teachers.arts_pe", 0.009, 0.009, OfPremises: false, Turn: 2),
        new("facilities.teaching_area", 4.5, 5.8, OfPremises: true, Turn: 3),
        new("facilities.sports_area", 7.5, 10.2, OfPremises: true, Turn: 4),
        new("facilities.equipment_value", 2000, 2500, OfPremises: true, Turn: 5),
        new("facilities.multimedia_rooms", 0.023, 0.024, OfPremises: true, Turn: 6),
    ];

    /// <summary>What the basic standard asks for besides; about as counties publish it.</summary>
    public static readonly ImmutableArray<Resource> OfBasic =
    [
        new("teachers.full_time", 0.072, 0.095, OfPremises: false, Turn: 0),
        new("teachers.intermediate_title", 0.042, 0.058, OfPremises: false, Turn: 0, Luck: 0.12),
        new("facilities.computers", 0.13, 0.17, OfPremises: true, Turn: 7),
        new("facilities.books", 21, 31, OfPremises: true, Turn: 8),
    ];
}
