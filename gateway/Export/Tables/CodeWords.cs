using System.Collections.Frozen;
using System.Text.Json;

namespace EduAnalytics.Gateway.Export.Tables;

/// <summary>The codes that the schema gives its enumerations, and what people call them.</summary>
internal static class CodeWords
{
    public static readonly FrozenDictionary<string, Title> Levels = Words(
        ("CITY", "市", "City"), ("DISTRICT", "区县", "District"), ("SCHOOL", "学校", "School"));

    public static readonly FrozenDictionary<string, Title> Stages = Words(
        ("KINDERGARTEN", "幼儿园", "Kindergarten"), ("PRIMARY", "小学", "Primary"), ("JUNIOR", "初中", "Junior"), ("SENIOR", "高中", "Senior"));

    public static readonly FrozenDictionary<string, Title> Bases = Words(("COMPUTED", "计算", "Computed"), ("REPORTED", "上报", "Reported"));

    public static readonly FrozenDictionary<string, Title> Statuses = Words(
        ("MET", "达标", "Met"), ("MISSED", "未达标", "Missed"), ("NO_TARGET", "无目标", "No target"), ("NO_DATA", "无数据", "No data"));

    public static readonly FrozenDictionary<string, Title> Suppressions = Words(
        ("SMALL_COUNT", "人数过少", "Small count"),
        ("COMPLEMENTARY", "以防反推", "Could be worked back"),
        ("NOT_PERMITTED", "无权查看", "Not permitted"));

    public static readonly FrozenDictionary<string, Title> Warnings = Words(
        ("UNEQUAL_SPAN", "时段长短不一，不可直接比较", "Periods of unequal span"),
        ("DEFINITION_CHANGED", "指标定义有变", "The definition changed"),
        ("COVERAGE_CHANGED", "上报单位数有变", "The units behind the value changed"),
        ("SMALL_COUNT", "基数很小，一人之差即可左右数值", "A small count: one more or less moves it by points"),
        ("SYNTHETIC", "含模拟生成的数据", "Generated for demonstration, wholly or in part"));

    public static readonly FrozenDictionary<string, Title> Sexes = Words(("MALE", "男", "Male"), ("FEMALE", "女", "Female"));

    public static readonly FrozenDictionary<string, Title> Gaps = Words(
        ("NOT_COUNTED", "不由学生记录得出", "Not counted from student records"),
        ("GRADES_DIFFER", "时期内学生升级", "Students move up within the period"),
        ("NO_RECORDS", "没有学生记录", "No student records"));

    public static readonly FrozenDictionary<string, Title> Comparisons = Words(
        ("AT_LEAST", "不低于", "At least"), ("AT_MOST", "不高于", "At most"), ("BELOW", "低于", "Below"));

    public static readonly FrozenDictionary<string, Title> Severities = Words(
        ("INFO", "提示", "Note"), ("WARNING", "警告", "Warning"), ("CRITICAL", "严重", "Critical"));

    public static readonly FrozenDictionary<string, Title> States = Words(("OPEN", "未说明", "Open"), ("ACKNOWLEDGED", "已说明", "Acknowledged"));

    /// <summary>A member as the schema writes it: <c>NoTarget</c> as <c>NO_TARGET</c>.</summary>
    public static string CodeOf<T>(T member) where T : struct, Enum => Codes<T>.Of[member];

    private static FrozenDictionary<string, Title> Words(params (string Code, string Chinese, string English)[] words) =>
        words.ToFrozenDictionary(word => word.Code, word => new Title(word.Chinese, word.English));

    private static class Codes<T> where T : struct, Enum
    {
        public static readonly FrozenDictionary<T, string> Of = Enum.GetValues<T>()
            .ToFrozenDictionary(member => member, member => JsonNamingPolicy.SnakeCaseUpper.ConvertName(member.ToString()));
    }
}
