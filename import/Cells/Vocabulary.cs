using System.Collections.Frozen;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Schools;

namespace EduAnalytics.Import.Cells;

/// <summary>The words that stand in cells for what the domain knows, in Chinese and English.</summary>
internal static class Vocabulary
{
    public static readonly FrozenDictionary<string, SchoolStage> Stages = Words(
        (SchoolStage.Kindergarten, "kindergarten|preschool|幼儿园|学前|学前教育|幼儿"),
        (SchoolStage.Primary, "primary|primary school|elementary|小学|小学阶段"),
        (SchoolStage.Junior, "junior|junior secondary|lower secondary|middle school|初中|初级中学|初中阶段"),
        (SchoolStage.Senior, "senior|senior secondary|upper secondary|high school|高中|普通高中|高中阶段"));

    public static readonly FrozenDictionary<string, Sex> Sexes = Words(
        (Sex.Male, "male|m|boy|男|男生|1"), (Sex.Female, "female|f|girl|女|女生|2"));

    public static readonly FrozenDictionary<string, EnrolmentKind> Kinds = Words(
        (EnrolmentKind.Enrolled, "enrolled|ENROLLED|入学|新生|转入|在籍|注册"),
        (EnrolmentKind.DroppedOut, "dropped out|dropout|辍学|流失"),
        (EnrolmentKind.Returned, "returned|复学|返校|返学"),
        (EnrolmentKind.TransferredOut, "transferred out|transferred|转出|转学"),
        (EnrolmentKind.Graduated, "graduated|毕业|结业"));

    public static readonly FrozenDictionary<string, OrgUnitLevel> Levels = Words(
        (OrgUnitLevel.City, "city|市|城市|municipality"),
        (OrgUnitLevel.District, "district|区|县|区县|county"),
        (OrgUnitLevel.School, "school|学校|幼儿园"));

    private static readonly FrozenDictionary<string, int> grades = GradeWords();

    public static string ExpectedStages => "KINDERGARTEN 幼儿园, PRIMARY 小学, JUNIOR 初中 or SENIOR 高中";

    /// <summary>Grade 1 to 12: a number, 三年级, 初二, 高一, Grade 3.</summary>
    public static bool TryGrade(string cell, out int grade)
    {
        if (int.TryParse(cell, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out grade))
            return grade is >= 1 and <= 12;
        return grades.TryGetValue(CellText.Key(cell), out grade);
    }

    private static FrozenDictionary<string, T> Words<T>(params (T Value, string Words)[] entries)
        where T : notnull =>
        entries
            .SelectMany(entry => entry.Words.Split('|').Append(entry.Value.ToString()!), (entry, word) => (Key: CellText.Key(word), entry.Value))
            .DistinctBy(entry => entry.Key)
            .ToFrozenDictionary(entry => entry.Key, entry => entry.Value, StringComparer.Ordinal);

    private static FrozenDictionary<string, int> GradeWords()
    {
        const string numerals = "一二三四五六七八九";
        var words = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var grade = 1; grade <= 12; grade++)
        {
            words[$"grade{grade}"] = words[$"year{grade}"] = words[$"{grade}年级"] = grade;
            if (grade <= numerals.Length)
                words[$"{numerals[grade - 1]}年级"] = grade;
            if (grade is >= 7 and <= 9)
                words[$"初{numerals[grade - 7]}"] = grade;
            if (grade >= 10)
                words[$"高{numerals[grade - 10]}"] = grade;
        }

        return words.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
