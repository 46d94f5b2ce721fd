import { InMemorySpanExporter, NodeTracerProvider, SimpleSpanProcessor } from '@opentelemetry/sdk-trace-node';
import { afterAll } from 'vitest';

/** Traces this test file; `take` gives what was traced since, as `name < name of its parent`, and how to find one by name. */
export function collectSpans() {
  const exporter = new InMemorySpanExporter();
  const provider = new NodeTracerProvider({ spanProcessors: [new SimpleSpanProcessor(exporter)] });
  provider.register();
  afterAll(() => provider.shutdown());
  return () => {
    const spans = exporter.getFinishedSpans();
    exporter.reset();
    const nameOf = (id: string | undefined) => spans.find((span) => span.spanContext().spanId === id)?.name ?? 'none';
    return {
      spans,
      lines: spans.map(({ name, parentSpanContext }) => `${name} < ${nameOf(parentSpanContext?.spanId)}`),
    };
  };
}
