namespace EduAnalytics.Domain.Fitness;

/// <summary>One measured item of a test, in the item's unit; times are seconds.</summary>
/// <param name="Item">A code of <see cref="FitnessItemCodes"/>, or any other item of the catalogue's standard.</param>
public sealed record FitnessItemValue(string Item, decimal Value);

/// <summary>The item codes that the program itself must know; all others are the catalogue's.</summary>
public static class FitnessItemCodes
{
    /// <summary>Body mass index, kg/m²: sent as such, or as height and weight.</summary>
    public const string Bmi = "bmi";

    public const string HeightCm = "height_cm";

    public const string WeightKg = "weight_kg";

    /// <summary>
    /// Sent alone, with the value 1: the student is exempt from the standard (免予执行), by illness or disability certified
    /// and approved. The exemption is kept and nothing is scored; such a student counts neither as tested nor as failed.
    /// </summary>
    public const string Exempt = "exempt";
}
