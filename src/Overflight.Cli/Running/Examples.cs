using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Overflight.Cli.Running;

/// <summary>Examples at the end of a verb's help, and only there, so that the list of verbs stays a list.</summary>
internal static class Examples
{
    public static Command WithExamples(this Command command, params string[] examples)
    {
        command.Options.Add(new HelpOption { Action = new HelpWithExamples(examples) });
        return command;
    }

    private sealed class HelpWithExamples(string[] examples) : SynchronousCommandLineAction
    {
        /// <summary>Help is given even where required arguments are missing.</summary>
        public override bool ClearsParseErrors => true;

        public override int Invoke(ParseResult parseResult)
        {
            var result = new HelpAction().Invoke(parseResult);
            var output = parseResult.InvocationConfiguration.Output;
            output.WriteLine("Examples:");
            foreach (var example in examples)
                output.WriteLine("  " + example);
            return result;
        }
    }
}
