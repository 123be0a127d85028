using System.Collections.Immutable;
using EduAnalytics.Domain.OrgUnits;

namespace EduAnalytics.Samples.Generation;

/// <summary>The schools of one generated district, under names and ids that show what they are.</summary>
internal static class SchoolPlans
{
    private const double SizeDeviation = 0.15;

    public static ImmutableArray<SchoolPlan> Of(OrgUnit district, DistrictSettings settings, GeneratorSettings city)
    {
        var plans = ImmutableArray.CreateBuilder<SchoolPlan>();
        var publicKindergartens = (settings.Kindergartens + 1) / 2;
        var children = city.KindergartenChildren * settings.Kindergartens * settings.Size;
        Add(SchoolKind.Primary, settings.PrimarySchools, city.PrimaryEntrants * settings.Size);
        Add(SchoolKind.Junior, settings.JuniorSchools, city.JuniorEntrants * settings.Size);
        Add(SchoolKind.NineYear, settings.NineYearSchools, city.NineYearEntrants * settings.Size);
        Add(SchoolKind.PublicKindergarten, publicKindergartens, children / Math.Max(1, publicKindergartens));
        Add(SchoolKind.PrivateKindergarten, settings.Kindergartens - publicKindergartens, children / Math.Max(1, settings.Kindergartens - publicKindergartens));
        Add(SchoolKind.TeachingPoint, settings.TeachingPoints, city.TeachingPointEntrants);
        return plans.ToImmutable();

        void Add(SchoolKind kind, int count, double entrants)
        {
            for (var number = 1; number <= count; number++)
            {
                var id = OrgUnitId.Parse($"{district.Id}-s{plans.Count + 1:00}");
                var (name, nameEn, stages) = Describe(kind, number);
                var unit = new OrgUnit(id, district.Name + name, $"{district.NameEn}, {nameEn}", OrgUnitLevel.School, district.Id, stages, Synthetic: true)
                {
                    Form = kind == SchoolKind.TeachingPoint ? SchoolForm.TeachingPoint : null,
                };
                var factor = new Chance(city.Seed, $"size of {id}").Around1(SizeDeviation);
                plans.Add(new SchoolPlan(unit, kind, entrants * factor, number, count, settings));
            }
        }
    }

    private static (string Name, string NameEn, ImmutableArray<SchoolStage> Stages) Describe(SchoolKind kind, int number) => kind switch
    {
        SchoolKind.Primary => ($"示例第{Chinese(number)}小学", $"Sample Primary School No. {number}", [SchoolStage.Primary]),
        SchoolKind.Junior => ($"示例第{Chinese(number)}初级中学", $"Sample Junior School No. {number}", [SchoolStage.Junior]),
        SchoolKind.NineYear => ($"示例第{Chinese(number)}九年一贯制学校", $"Sample Nine-year School No. {number}", [SchoolStage.Primary, SchoolStage.Junior]),
        SchoolKind.TeachingPoint => ($"示例第{Chinese(number)}教学点", $"Sample Teaching Point No. {number}", [SchoolStage.Primary]),
        SchoolKind.PublicKindergarten => ($"示例第{Chinese(number)}公办幼儿园", $"Sample Public Kindergarten No. {number}", [SchoolStage.Kindergarten]),
        _ => ($"示例第{Chinese(number)}民办幼儿园", $"Sample Private Kindergarten No. {number}", [SchoolStage.Kindergarten]),
    };

    /// <summary>1 to 99 in Chinese numerals, beyond in digits.</summary>
    private static string Chinese(int number)
    {
        const string digits = "一二三四五六七八九";
        if (number > 99)
            return $"{number}";
        var (tens, ones) = (number / 10, number % 10);
        var ten = tens switch { 0 => "", 1 => "十", _ => $"{digits[tens - 1]}十" };
        return ones == 0 ? ten : ten + digits[ones - 1];
    }
}
