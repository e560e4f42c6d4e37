using System.Text;

namespace Overflight.Cli.Running;

/// <summary>Writes lines of text in which nothing can move a terminal's cursor or pass for another line.</summary>
internal sealed class PrintableTextWriter(Stream output) : StreamWriter(output, new UTF8Encoding(false), leaveOpen: true)
{
    public override void WriteLine(string? value) => base.WriteLine(value is null ? null : PrintableText.Of(value));
}
