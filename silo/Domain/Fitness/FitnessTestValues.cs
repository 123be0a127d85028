using System.Collections.Immutable;
using EduAnalytics.Domain.Schools;
using EduAnalytics.Domain.Submissions;

namespace EduAnalytics.Domain.Fitness;

/// <summary>A test's items by code, checked against what the grade is tested in; all faults are found at once.</summary>
internal sealed class FitnessTestValues
{
    private const decimal LowestHeightCm = 70;
    private const decimal HighestHeightCm = 250;
    private const decimal LowestWeightKg = 10;
    private const decimal HighestWeightKg = 250;

    private readonly FitnessStandard standard;
    private readonly int grade;
    private readonly Sex sex;
    private readonly Dictionary<string, decimal> values = new(StringComparer.Ordinal);
    private readonly ImmutableArray<FitnessFault>.Builder faults = ImmutableArray.CreateBuilder<FitnessFault>();

    public FitnessTestValues(
        FitnessStandard standard, int grade, Sex sex, ImmutableArray<FitnessWeight> plan, ImmutableArray<FitnessItemValue> given)
    {
        (this.standard, this.grade, this.sex) = (standard, grade, sex);
        foreach (var value in given)
            Take(value, plan);
        MakeBmi();
        RefuseMissing(plan);
        foreach (var weight in plan)
            RefuseUnscored(weight.Item);
    }

    public ImmutableArray<FitnessFault> Faults => faults.ToImmutable();

    public decimal ValueOf(string item) => values[item];

    private string Student => $"grade {grade} {(sex == Sex.Male ? "boys" : "girls")}";

    private void Take(FitnessItemValue given, ImmutableArray<FitnessWeight> plan)
    {
        if (given.Item is FitnessItemCodes.Exempt)
        {
            Add(SubmissionErrorCodes.BadValue, $"An exemption is sent alone, as the only item {FitnessItemCodes.Exempt} with the value 1.", given.Item);
        }
        else if (given.Item is not (FitnessItemCodes.HeightCm or FitnessItemCodes.WeightKg) && standard.Find(given.Item) is null)
        {
            var known = string.Join(", ", standard.Items.Select(item => item.Code));
            Add(SubmissionErrorCodes.UnknownCode, $"The standard has no item '{given.Item}'; its items are {known}.", given.Item);
        }
        else if (!values.TryAdd(given.Item, given.Value))
        {
            Add(SubmissionErrorCodes.Repeated, $"Item {given.Item} is given twice.", given.Item);
        }
        else if (standard.Find(given.Item) is { } item)
        {
            if (plan.All(weight => weight.Item != given.Item))
                Add(SubmissionErrorCodes.BadValue, $"{item.NameEn} ({item.Code}) is no item of {Student}.", given.Item);
            CheckValue(item, given.Value);
        }
    }

    private void CheckValue(FitnessItem item, decimal value)
    {
        if (value < item.Lowest || value > item.Highest)
        {
            var hint = item.Unit == "s" ? "; times are sent in seconds: 3′45″ is 225" : "";
            Add(SubmissionErrorCodes.BadValue, $"{item.NameEn} lies between {item.Lowest} and {item.Highest} {item.Unit}; {value} was given{hint}.", item.Code);
        }
        else if (decimal.Round(value, item.Decimals) != value)
        {
            var form = item.Decimals == 0 ? "whole numbers" : $"{item.Decimals} decimal";
            Add(SubmissionErrorCodes.BadValue, $"{item.NameEn} is recorded to {form} ({item.Unit}); {value} was given.", item.Code);
        }
    }

    /// <summary>Height and weight become the index, to one decimal as the table has it.</summary>
    private void MakeBmi()
    {
        var (hasHeight, hasWeight) = (values.TryGetValue(FitnessItemCodes.HeightCm, out var cm), values.TryGetValue(FitnessItemCodes.WeightKg, out var kg));
        if ((hasHeight || hasWeight) && values.ContainsKey(FitnessItemCodes.Bmi))
        {
            Add(SubmissionErrorCodes.BadValue, "Give either bmi, or height_cm and weight_kg.", FitnessItemCodes.Bmi);
            return;
        }

        var possible = (!hasHeight || CheckPart(FitnessItemCodes.HeightCm, cm, LowestHeightCm, HighestHeightCm, "cm"))
            & (!hasWeight || CheckPart(FitnessItemCodes.WeightKg, kg, LowestWeightKg, HighestWeightKg, "kg"));
        if (!hasHeight || !hasWeight)
            return;

        // Where a part is impossible the index counts as given: that it is missing would be a second complaint about one slip.
        values[FitnessItemCodes.Bmi] = possible ? Math.Round(kg * 10_000 / (cm * cm), 1, MidpointRounding.AwayFromZero) : 0;
        if (possible && standard.Find(FitnessItemCodes.Bmi) is { } item)
            CheckValue(item, values[FitnessItemCodes.Bmi]);
    }

    private bool CheckPart(string code, decimal value, decimal lowest, decimal highest, string unit)
    {
        if (value >= lowest && value <= highest)
            return true;
        Add(SubmissionErrorCodes.BadValue, $"{code} lies between {lowest} and {highest} {unit}; {value} was given.", code);
        return false;
    }

    private void RefuseMissing(ImmutableArray<FitnessWeight> plan)
    {
        var missing = plan.Select(weight => weight.Item).Where(item => !values.ContainsKey(item)).ToList();
        if (missing.Count > 0)
        {
            Add(
                SubmissionErrorCodes.Missing,
                $"The test of {Student} needs all its items; missing: {string.Join(", ", missing.Select(Described))}.",
                null);
        }
    }

    private static string Described(string item) =>
        item == FitnessItemCodes.Bmi ? $"{item} (or {FitnessItemCodes.HeightCm} and {FitnessItemCodes.WeightKg})" : item;

    private void RefuseUnscored(string code)
    {
        if (standard.Find(code) is { } item && item.FindTable(grade, sex) is null)
        {
            Add(
                SubmissionErrorCodes.ItemsNotScored,
                $"The catalogue holds no confirmed scoring table of {item.NameEn} ({code}) for {Student}; send the total score.",
                code);
        }
    }

    private void Add(string code, string message, string? item) =>
        faults.Add(new FitnessFault(code, message, item is null ? "items" : $"items.{item}"));
}
