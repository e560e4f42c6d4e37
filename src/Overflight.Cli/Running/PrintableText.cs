namespace Overflight.Cli.Running;

/// <summary>Names come from files and from the air: control characters in them must not reach a terminal.</summary>
internal static class PrintableText
{
    public static string Of(string text) =>
        text.Any(char.IsControl) ? new string(text.Select(c => char.IsControl(c) ? '\uFFFD' : c).ToArray()) : text;
}
